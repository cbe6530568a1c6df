// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/changedworkspace.h"

#include "core/yaml/patch.h"

#include <QMap>

namespace sallyport {

Result<Workspace> changed(const Workspace &workspace, const QList<DocumentChange> &changes)
{
    QMap<int, QList<std::pair<int, yaml::Change>>> perFile;
    for (const DocumentChange &change : changes)
        perFile[change.file].append({change.document, change.change});
    Workspace answer = workspace;
    for (auto it = perFile.cbegin(); it != perFile.cend(); ++it) {
        const SourceFile &before = *workspace.files[size_t(it.key())];
        const Result<yaml::TextEdits> edits = yaml::patch(before.stream, it.value());
        if (!edits)
            return edits.error();
        answer.files[size_t(it.key())] =
            std::make_shared<SourceFile>(rereadFile(before, yaml::apply(*edits, before.stream.text)));
    }
    return answer;
}

} // namespace sallyport
