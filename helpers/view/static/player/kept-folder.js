// A folder of Python's that this browser keeps: what Python asks the disk to sync lies in the browser's
// own files before Python goes on. Where that fails, Python hears of it as of a full disk.

const FULL = 51; // the numbers by which Python knows an error
const READ_ONLY = 69;
const SPARES = 2;
const END_OF_NAME = 10; // a line feed

// A browser opens no file at once, and Python waits for none. So some lie open and empty, and the first
// line of each file that is used says whose content it is.
export class KeptFolder {
  // `home` is where the browser keeps files, or nothing where it keeps none.
  constructor(FS, path, home) {
    Object.assign(this, { FS, path, home });
    this.spares = [];
    this.used = new Map();
  }

  static async open(FS, path, name) {
    const folder = new KeptFolder(FS, path, await homeOf(name));
    FS.mkdirTree(path);
    if (folder.home) await folder.read();
    folder.listen();
    return folder;
  }

  async read() {
    for await (const handle of this.home.values()) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const end = bytes.indexOf(END_OF_NAME);
      if (end > 0) this.put(new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end + 1));
      else if (this.spares.length < SPARES) await this.takeSpare(handle);
    }
    await this.fillUp();
  }

  put(name, content) {
    const path = `${this.path}/${name}`;
    this.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    this.FS.writeFile(path, content);
  }

  // One that another tab holds open is its own.
  async takeSpare(handle) {
    try {
      this.spares.push(await handle.createSyncAccessHandle());
    } catch {
      // another tab's
    }
  }

  async fillUp() {
    try {
      while (this.spares.length < SPARES) {
        const name = crypto.randomUUID();
        const handle = await this.home.getFileHandle(name, { create: true });
        this.spares.push(await handle.createSyncAccessHandle());
      }
    } catch {
      // full: what is tried next will say so
    }
  }

  listen() {
    const { FS } = this;
    const content = FS.filesystems.MEMFS.ops_table.file.stream;
    content.fsync = ({ node }) => {
      const path = FS.getPath(node);
      if (path.startsWith(`${this.path}/`)) this.keep(path.slice(this.path.length + 1), node);
      return 0;
    };
  }

  keep(name, { contents, usedBytes }) {
    if (!this.home) throw new this.FS.ErrnoError(READ_ONLY);
    const file = this.used.get(name) ?? this.begin(name);
    try {
      // What was written at once lies in memory with its signs: -30 there is 226 in the file.
      file.write(new Uint8Array(contents.buffer, contents.byteOffset, usedBytes));
    } catch {
      throw new this.FS.ErrnoError(FULL);
    }
    this.used.set(name, file);
  }

  begin(name) {
    const handle = this.spares.pop();
    if (!handle) throw new this.FS.ErrnoError(FULL);
    this.fillUp();
    return new KeptFile(handle, name);
  }
}

class KeptFile {
  constructor(handle, name) {
    this.handle = handle;
    this.name = new TextEncoder().encode(`${name}\n`);
    this.size = 0; // of what is certain
  }

  // Python only ever appends; of what it could not, nothing stays to be read another day.
  write(content) {
    const before = this.size;
    try {
      if (!before) this.append(this.name);
      this.append(content.subarray(this.size - this.name.length));
      this.handle.flush();
    } catch (error) {
      this.size = before;
      this.cut();
      throw error;
    }
  }

  append(bytes) {
    if (this.handle.write(bytes, { at: this.size }) !== bytes.length) throw new Error("only a part was taken");
    const kept = new Uint8Array(bytes.length);
    this.handle.read(kept, { at: this.size });
    if (kept.some((byte, at) => byte !== bytes[at])) throw new Error("something else is given back");
    this.size += bytes.length;
  }

  cut() {
    try {
      this.handle.truncate(this.size);
    } catch {
      // the browser has taken it away
    }
  }
}

async function homeOf(name) {
  try {
    const all = await navigator.storage.getDirectory();
    return await all.getDirectoryHandle(name, { create: true });
  } catch {
    return null; // some browsers refuse it in a private window
  }
}
