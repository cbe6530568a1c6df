// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/workspace.h"

#include <algorithm>

namespace sallyport {

namespace {

using Readings = std::vector<std::shared_ptr<const DocumentReading>>;

/// The same reading for the same bytes at another place of the file: only ranges have moved.
std::shared_ptr<const DocumentReading> moved(const std::shared_ptr<const DocumentReading> &reading,
                                             const std::shared_ptr<const yaml::Document> &document)
{
    const qsizetype distance = document->range.begin - reading->source->range.begin;
    auto copy = std::make_shared<DocumentReading>(*reading);
    for (Diagnostic &finding : copy->findings) {
        if (finding.begin >= 0) {
            finding.begin += distance;
            finding.end += distance;
        }
    }
    copy->source = document;
    return copy;
}

QByteArrayView bytesOf(const yaml::Stream &stream, size_t i)
{
    const yaml::Range range = stream.documents[i]->range;
    return QByteArrayView(stream.text).sliced(range.begin, range.size());
}

/// The reading of document `i` of the new text, taken from document `j` of the old one where their bytes are the same; else null.
std::shared_ptr<const DocumentReading> reused(const SourceFile &before, size_t j, const yaml::Stream &stream, size_t i)
{
    if (j >= before.documents.size())
        return nullptr;
    if (before.stream.documents[j] == stream.documents[i])
        return before.documents[j];
    if (bytesOf(before.stream, j) != bytesOf(stream, i))
        return nullptr;
    return moved(before.documents[j], stream.documents[i]);
}

} // namespace

SourceFile readFile(const QString &path, const QByteArray &text)
{
    SourceFile file{path, yaml::parse(text), {}};
    for (const auto &document : file.stream.documents)
        file.documents.push_back(std::make_shared<DocumentReading>(readDocument(document)));
    return file;
}

SourceFile rereadFile(const SourceFile &before, const QByteArray &text)
{
    SourceFile file{before.path, yaml::reparse(before.stream, text), {}};
    const size_t count = file.stream.documents.size();
    for (size_t i = 0; i < count; ++i) {
        // One edit changes a stretch of documents: those before it keep their number, those after it keep it as counted from the end.
        std::shared_ptr<const DocumentReading> reading = reused(before, i, file.stream, i);
        if (!reading && before.documents.size() + i >= count)
            reading = reused(before, before.documents.size() + i - count, file.stream, i);
        file.documents.push_back(reading ? reading
                                         : std::make_shared<DocumentReading>(readDocument(file.stream.documents[i])));
    }
    return file;
}

} // namespace sallyport
