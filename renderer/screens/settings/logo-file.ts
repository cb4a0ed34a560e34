import { useEffect, useState } from 'react';
import { formatNumber } from '../../../shared/british.ts';
import type { DocumentStyle } from '../../../shared/contract/documents.ts';
import { logoLimits } from '../../../shared/organisation-style.ts';
import { pictureFacts } from '../../../shared/picture-facts.ts';

type Logo = NonNullable<DocumentStyle['logo']>;

/** The largest file that is read, and the most pixels that are unpacked: a photograph of a good camera. */
const largest = { bytes: 40_000_000, pixels: 60_000_000 } as const;
/** At the size of a letterhead a JPEG of the first quality cannot be told from its original; a PNG of a canvas would have an alpha channel, which an archival PDF does not take. */
const qualities = [0.95, 0.85] as const;

/** Reads a logo from a PNG or JPEG of any usual size: scaled down, on white, and without what a camera wrote into the file; gives what is wrong with it, in words, where it cannot be used. */
export async function readLogo(file: File, alt: string): Promise<Logo | string> {
  const mediaType = file.type;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return 'Choose a PNG or JPEG picture.';
  if (file.size > largest.bytes) return 'The file is too large. Save the picture smaller and choose it again.';
  const facts = pictureFacts(new Uint8Array(await file.arrayBuffer()), mediaType);
  if (facts === null) return unreadable;
  if (facts.width * facts.height > largest.pixels) {
    return `The picture has ${formatNumber(facts.width)} by ${formatNumber(facts.height)} pixels, which is too many. Make it smaller and choose it again.`;
  }
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return unreadable;
  const made = await smallEnough(picture);
  picture.close();
  return made ? { ...made, alt } : 'The picture cannot be made small enough. Choose a simpler one.';
}

const unreadable = 'The file could not be read as a picture. Save it again as PNG or JPEG.';

/** The picture in the first size and quality that keep within the limits of a logo. */
async function smallEnough(picture: ImageBitmap): Promise<Pick<Logo, 'bytes' | 'mediaType'> | undefined> {
  const most = Math.min(1, logoLimits.side / Math.max(picture.width, picture.height));
  for (const scale of [most, most / 2, most / 4]) {
    const canvas = onWhite(picture, scale);
    for (const quality of qualities) {
      const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (blob && blob.size <= logoLimits.bytes) {
        return { bytes: new Uint8Array(await blob.arrayBuffer()), mediaType: 'image/jpeg' };
      }
    }
  }
  return undefined;
}

/** The picture at this scale, its see-through parts white. */
function onWhite(picture: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('This window cannot draw');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
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
