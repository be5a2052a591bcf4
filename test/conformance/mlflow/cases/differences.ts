import type { Difference } from './case.ts';

/** A value of a type its field cannot have ends the original's request with a page about an internal error. */
export const crashOnType: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a wrong type is a mistake of the caller, and clients try again on 500',
};

/** A body that is JSON but no object ends the original's request with a page about an internal error. */
export const crashOnBody: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a body without a message in it is a mistake of the caller, and clients try again on 500',
};

/** What a field holds cannot be read, and ends the original's request with an internal error. */
export const crashOnUnreadable: Difference = {
  kind: 'crash',
  original: '500 INTERNAL_ERROR',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'what cannot be read is a mistake of the caller, and clients try again on 500',
};

/** The same, ending with a page about it. */
export const pageOnUnreadable: Difference = { ...crashOnUnreadable, original: '500 <page>' };

/** A value of a type its field cannot have makes the original drop it, and all fields after it, without a word. */
export const dropsWrongType: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original answers as if all were stored, and stores nothing, zero or an empty text instead',
};

/** A dataset without one of its required fields. */
export const storesUnnamedDataset: Difference = {
  kind: 'wrong',
  original: '200 {}',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original stores a dataset that lacks what every dataset must have, and cannot tell it from others',
};

/** A path that is nothing but a fragment. */
export const listsRootForFragment: Difference = {
  kind: 'wrong',
  original: '200 {"',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original drops the fragment and lists the whole root; reading and writing such a path is refused by both',
};
