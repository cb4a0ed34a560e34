/** The keys of the judge screen; all but the last work while no text is being typed. */
export const judgeKeys = {
  next: 'j',
  previous: 'k',
  toDo: 'u',
  notMet: '1',
  notMetToo: 'n',
  met: '2',
  metToo: 'm',
  open: '0',
  link: 'l',
  evidence: 'v',
  rationale: 'r',
  derivation: 'g',
  score: 's',
  report: 'p',
  save: 'Mod+Enter',
} as const;
