/** The keys that work while a note is being typed. */
export const sessionKeys = {
  offers: 'F7',
  clock: 'F8',
  nextPart: 'F9',
  close: 'Mod+Shift+E',
  tag: 'Mod+I',
  countGap: 'Alt+C',
  breakGap: 'Alt+B',
} as const;
