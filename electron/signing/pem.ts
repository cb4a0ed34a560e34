/** The DER of every block with this label in a PEM text; a file that is no PEM text is taken for one DER value. */
export function derBlocks(bytes: Uint8Array, label: string): readonly Buffer[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes('-----BEGIN ')) return [Buffer.from(bytes)];
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, 'g'));
  return [...blocks].map(([, body = '']) => Buffer.from(body, 'base64'));
}

/** Writes DER as PEM (RFC 7468). */
export function pemOf(der: Uint8Array, label: string): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
