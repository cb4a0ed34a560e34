import { useEffect, useState } from 'react';
import type { DocumentStyle } from '../../../shared/contract/documents.ts';
import { logoLimits } from '../../../shared/organisation-style.ts';

type Logo = NonNullable<DocumentStyle['logo']>;

/** Reads a logo from a file; gives what is wrong with it, in words, where it cannot be used. */
export async function readLogo(file: File, alt: string): Promise<Logo | string> {
  const mediaType = file.type;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return 'Choose a PNG or JPEG picture.';
  if (file.size > logoLimits.bytes) return 'The file is too large. Save the picture smaller and choose it again.';
  try {
    const { width, height } = await createImageBitmap(file);
    if (Math.max(width, height) > logoLimits.side) return 'The picture has too many pixels. Make it smaller.';
  } catch {
    return 'The file could not be read as a picture.';
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()), mediaType, alt };
}

/** An address under which the window shows the logo; null while there is none. */
export function useLogoAddress(logo: Logo | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const bytes = logo?.bytes;
  const type = logo?.mediaType;
  useEffect(() => {
    if (!bytes || !type) {
      setAddress(null);
      return;
    }
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
}
