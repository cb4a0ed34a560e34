/** Puts the focus into the first field that has something wrong, once its error is drawn, with its text selected to be typed over. */
export function focusFirstInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"] [type="radio"]');
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}
