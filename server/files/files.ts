import { globalId } from '../ids.ts';
import { type Clock, signUpload } from './signature.ts';
import type { FileStore } from './store.ts';

/** What resolvers may ask about files. Addresses are paths on this server: whoever calls knows the server by some name. */
export interface Files {
  store: FileStore;
  /** Where to PUT the bytes of the file with that uuid; good for ten minutes. */
  uploadUrl(uuid: string): string;
  /** Where the bytes of the file with that uuid are; needs the same sign-in as the API. */
  url(uuid: string): string;
}

export function makeFiles(store: FileStore, key: Buffer, clock: Clock = Date.now): Files {
  return {
    store,
    uploadUrl: (uuid) => `/files/${signUpload(key, uuid, clock())}`,
    url: (uuid) => `/files/${globalId('File', uuid)}`,
  };
}
