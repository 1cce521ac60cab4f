/** A file of its own in what ships: most runs and most editors meet no document that needs it. */
export { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
