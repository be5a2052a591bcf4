"""Datasets: made, added to, uploaded, finished, given a child, squashed, listed, fetched and deleted."""

import json
from pathlib import Path

from clearml import Dataset

project, name = "rings/data", "letters"
source = Path("letters")
(source / "sub").mkdir(parents=True)
(source / "a.txt").write_text("a" * 100)
(source / "b.txt").write_text("b")
(source / "sub" / "c.txt").write_text("c" * 50)


def content(folder):
    folder = Path(folder)
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


first = Dataset.create(dataset_name=name, dataset_project=project, dataset_tags=["raw"], dataset_version="1.0.0")
first.add_files(source)
first.set_metadata({"made": "by hand"}, metadata_name="how")
first.upload(show_progress=False)
first.finalize(auto_upload=False)

child = Dataset.create(dataset_name=name, dataset_project=project, parent_datasets=[first.id])
(source / "a.txt").write_text("changed")
(source / "d.txt").write_text("new")
child.sync_folder(source)
child.remove_files("b.txt")
child.upload(show_progress=False)
child.finalize()

squashed = Dataset.squash(dataset_name="one piece", dataset_ids=[child.id])
merged = Dataset.squash(dataset_name="both pieces", dataset_ids=[first.id, child.id])

got = Dataset.get(dataset_id=first.id)
latest = Dataset.get(dataset_project=project, dataset_name=name)
versions = Dataset.list_datasets(dataset_project=project, partial_name=name, only_completed=True)
changed = Path(latest.get_mutable_local_copy("mine"))
found = {
    "first": content(got.get_local_copy()),
    "child": content(latest.get_local_copy()),
    "mutable": content(changed),
    "squashed": content(Dataset.get(dataset_id=squashed.id).get_local_copy()),
    "merged": content(Dataset.get(dataset_id=merged.id).get_local_copy()),
    "latest_is_child": latest.id == child.id,
    "by_tag": Dataset.get(dataset_project=project, dataset_name=name, dataset_tags=["raw"]).id == first.id,
    "by_version": Dataset.get(dataset_project=project, dataset_name=name, dataset_version="1.0.0").id == first.id,
    "version": child.version,
    "metadata": got.get_metadata("how"),
    "files": got.list_files(),
    "removed": child.list_removed_files(first.id),
    "modified": child.list_modified_files(first.id),
    "added": child.list_added_files(first.id),
    "graph": {"child": [parent == first.id for parent in child.get_dependency_graph()[child.id]]},
    "final": [got.is_final(), latest.is_final()],
    "versions": sorted([each["name"], each["version"], each["project"]] for each in versions),
}
unfinished = Dataset.create(dataset_name="doomed", dataset_project=project)
unfinished.add_files(source / "a.txt")
unfinished.upload(show_progress=False)
Dataset.delete(dataset_id=unfinished.id, force=True)
Dataset.delete(dataset_id=squashed.id, force=True)
Dataset.delete(dataset_id=merged.id, force=True)
found["left"] = sorted(each["name"] for each in Dataset.list_datasets(dataset_project=project, only_completed=False))
print(json.dumps(found))
