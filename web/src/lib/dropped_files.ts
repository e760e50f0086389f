// The files of a drop, those inside folders too, in order of their paths.
export type FoundFile = { file: File; path: string };

// What a person may drop by mistake: a whole disk. The server would take them one by one.
const filesMax = 2000;

function readAll(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    // A reader gives a hundred entries at a time.
    const next = () => reader.readEntries((entries) => {
      all.push(...entries);
      if (entries.length === 0 || all.length > filesMax) resolve(all);
      else next();
    }, reject);
    next();
  });
}

async function walk(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  if (found.length >= filesMax || entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
  } else if (entry.isDirectory) {
    for (const child of await readAll(entry as FileSystemDirectoryEntry)) await walk(child, found);
  }
}

export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  // Entries must be taken before the first wait: the browser empties the list afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files].map((file) => ({ file, path: file.name }));
  const found: FoundFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  const all = found.length > 0 ? found : plain;
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
