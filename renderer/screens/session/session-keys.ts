/** The keys that work while a note is being typed. */
export const sessionKeys = {
  offers: 'F7',
  clock: 'F8',
  nextPart: 'F9',
  record: 'Mod+Shift+M',
  split: 'Mod+F8',
  stop: 'Shift+F8',
  enough: 'Alt+E',
  names: 'Mod+Shift+N',
  apprentice: 'Mod+F9',
  reading: 'F4',
  notePlace: 'Alt+N',
  attach: 'Mod+Shift+A',
  close: 'Mod+Shift+E',
  tag: 'Mod+I',
  countGap: 'Alt+C',
  breakGap: 'Alt+B',
} as const;
