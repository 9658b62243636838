/** What cannot be unpacked: it breaks the format, or is not what its ZIP says of it. */
export class Damaged extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Damaged';
  }
}
