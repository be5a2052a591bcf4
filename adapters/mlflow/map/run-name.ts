const adjectives =
  'able agile amber bold brave bright brisk calm clever cosmic crisp curious daring deft eager early fair fleet fond gentle glad grand hardy honest keen kind lively lucid lunar mellow merry nimble noble patient placid proud quick quiet ready robust rustic serene sharp sleek solar solid spry steady sunny swift tidy upbeat vivid warm wise witty zesty'.split(
    ' ',
  );
const nouns =
  'acorn badger beacon birch bison brook canyon cedar comet coral crane delta dune eagle ember falcon fern finch fjord fox glacier grove harbor hawk heron ibis island jay kestrel lagoon lark lynx maple marten meadow mesa moose otter owl peak pine plover prairie puffin quail quartz raven reef ridge robin salmon shore sparrow spruce stork summit swan tern thicket trout tulip valley walrus willow wren'.split(
    ' ',
  );

/** A name for a run that was given none: adjective, noun and number, as people know them from MLflow. */
export function generateRunName(): string {
  const pick = (words: readonly string[]) => words[Math.floor(Math.random() * words.length)];
  return `${pick(adjectives)}-${pick(nouns)}-${Math.floor(Math.random() * 1000)}`;
}
