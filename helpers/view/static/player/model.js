// The page's half of a piece, with as much of the interface of a widget's model as a piece uses.

export class Model {
  // `send` takes a message and its buffers to Python.
  constructor(values, send) {
    this.values = values;
    this.tell = send;
    this.listeners = new Map();
  }

  get(name) {
    return this.values[name];
  }

  // For this page alone: Python is not told.
  set(name, value) {
    this.take({ [name]: value });
  }

  // All at once, and only then whoever listens: an announcement is about what is there already.
  take(values) {
    const changed = Object.keys(values).filter((name) => this.values[name] !== values[name]);
    Object.assign(this.values, values);
    for (const name of changed) this.emit(`change:${name}`);
  }

  send(content, _callbacks, buffers = []) {
    this.tell(content, buffers);
  }

  on(event, listener) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(listener);
  }

  off(event, listener) {
    this.listeners.get(event)?.delete(listener);
  }

  emit(event, ...said) {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...said);
  }
}
