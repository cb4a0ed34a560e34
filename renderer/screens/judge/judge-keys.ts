/** The keys of the judge screen; all but the last work while no text is being typed. */
export const judgeKeys = {
  next: 'j',
  previous: 'k',
  toDo: 'u',
  notMet: '1',
  met: '2',
  open: '0',
  link: 'l',
  evidence: 'v',
  rationale: 'r',
  derivation: 'g',
  report: 'p',
  save: 'Mod+Enter',
} as const;
