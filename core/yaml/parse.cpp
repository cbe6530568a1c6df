// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"

#include "core/yaml/encoding.h"
#include "core/yaml/limits.h"
#include "core/yaml/problems.h"
#include "core/yaml/reader.h"
#include "core/yaml/split.h"

namespace sallyport::yaml {

Stream parse(const QByteArray &text)
{
    return reparse({}, text);
}

Stream reparse(const Stream &before, const QByteArray &text)
{
    Q_UNUSED(before)
    Stream stream{.text = text};
    if (text.size() > limits::fileSize) {
        stream.problems.append(problems::fileTooLarge(text.size()));
        return stream;
    }
    if (const auto problem = encodingProblem(text)) {
        stream.problems.append(*problem);
        return stream;
    }
    const std::vector<DocumentRange> ranges = splitDocuments(text, byteOrderMark(text));
    if (ranges.size() > size_t(limits::documents)) {
        stream.problems.append(problems::tooManyDocuments(ranges[size_t(limits::documents)].range));
        return stream;
    }
    qint64 nodes = limits::nodes;
    stream.documents.reserve(ranges.size());
    for (const DocumentRange &range : ranges)
        stream.documents.push_back(std::make_shared<const Document>(parseDocument(text, range, nodes)));
    return stream;
}

} // namespace sallyport::yaml
