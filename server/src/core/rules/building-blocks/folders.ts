/** Folders in which every user of the machine may create files. */
const SHARED_FOLDER = /^\/(?:tmp|var\/tmp|dev\/shm)\//;

/** The folder at the beginning of a path that every user of the machine may write to, `/tmp/`; undefined: none. */
export const sharedFolderOf = (path: string): string | undefined => SHARED_FOLDER.exec(path)?.[0];

/** Whether a path leads into a folder in which every user of the machine may create files and put links. */
export const isInSharedFolder = (path: string): boolean => sharedFolderOf(path) !== undefined;
