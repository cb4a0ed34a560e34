/** The keys of the portfolio; those with Alt work while text is being typed. */
export const portfolioKeys = {
  add: 'a',
  place: 'Alt+P',
  on: 'Alt+PageDown',
  back: 'Alt+PageUp',
  withdraw: 'w',
} as const;
