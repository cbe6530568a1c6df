// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

/// Reads any text as pasted hosts and holds the rows to their word: lines exist, hosts are names that a policy takes, nothing that
/// stands alone in a line is lost, and reading in pieces gives what reading at once gives.

#include "core/policy/hostchecks.h"
#include "core/policy/paste/pastejudge.h"
#include "core/policy/paste/pastereader.h"
#include "tests/fuzz/choices.h"

using namespace sallyport;
using namespace sallyport::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<PastedRow> rows = readPaste(text);
    QList<PastedRow> pieces;
    PasteReader reader(text);
    while (!reader.atEnd())
        pieces += reader.read(1);
    require(rows == pieces);

    LineCutter lines(text);
    while (!lines.atEnd())
        lines.next();
    PasteJudge judge({}, 0, {});
    for (PastedRow row : rows) {
        require(row.line >= 1 && row.line <= lines.number());
        judge.judge(row);
        if (row.state == PastedRow::State::Host || row.state == PastedRow::State::Duplicate)
            require(faultOf(row.host) == HostFault::None && row.port && row.protocol);
        if (row.state != PastedRow::State::Host)
            require(!textOf(row).isEmpty());
        require(!readableHost(row.host).isNull() || row.host.isNull());
    }
    return 0;
}
