import sharp from 'sharp';
import { LIMITS } from './limits.ts';
import { DataProblem } from './problem.ts';

/** A picture's header. */
export interface PictureHeader {
  /** As it is shown: after the turn that its camera noted. */
  height: number;
  width: number;
  grey: boolean;
}

/** A picture that is broken, as opposed to one that is refused: some may be left out. */
export class BrokenPicture extends Error {}

/**
 * Reads a picture's header, without decoding it.
 * @throws BrokenPicture for what is no PNG or JPEG; DataProblem for one that is too large to decode
 */
export async function readHeader(bytes: Buffer, file: string): Promise<PictureHeader> {
  const { format, width, height, channels, orientation } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw new BrokenPicture(`not a picture that can be read (${firstLine(cause)})`, { cause });
    });
  if (format !== 'png' && format !== 'jpeg') throw new BrokenPicture(`${format}; allowed are PNG and JPEG`);
  if (width * height > LIMITS.pixels)
    throw new DataProblem(file, `${width} x ${height} pixels; at most ${LIMITS.pixels.toLocaleString('en')} in all are allowed`);
  const turned = (orientation ?? 1) >= 5;
  return { height: turned ? width : height, width: turned ? height : width, grey: channels < 3 };
}

export interface Target {
  height: number;
  width: number;
  channels: 1 | 3;
  /** Cut the longer side to the target's shape, around the centre, rather than squeeze it. */
  crop: boolean;
}

/** The pixels of a picture, [height, width, channels] from 0 to 255; what is transparent is white. @throws BrokenPicture */
export async function decodePicture(bytes: Buffer, { height, width, channels, crop }: Target): Promise<Buffer> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error', sequentialRead: true })
      .rotate()
      .resize(width, height, { fit: crop ? 'cover' : 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels === channels) return data;
    // a grey picture among coloured ones
    if (info.channels === 1 && channels === 3)
      return Buffer.from(Uint8Array.from({ length: 3 * data.length }, (_, i) => data[(i / 3) | 0]!));
    throw new Error(`${info.channels} channels where ${channels} were asked for`);
  } catch (cause) {
    throw new BrokenPicture(`it cannot be decoded (${firstLine(cause)})`, { cause });
  }
}

const firstLine = (error: unknown) => (error as Error).message.trim().split('\n')[0]!;
