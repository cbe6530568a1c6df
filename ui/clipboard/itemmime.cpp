// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/clipboard/itemmime.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

const QString itemsType = u"application/vnd.sallyport.items+yaml"_s;

} // namespace

QMimeData *mimeOf(const Workspace &workspace, const QList<FieldRef> &items)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(clipText(workspace, items)));
    data->setData(itemsType, clipLines(workspace, items));
    return data;
}

bool holdsItems(const QMimeData *data)
{
    return data && data->hasFormat(itemsType);
}

Result<QList<ClipItem>> itemsOf(const QMimeData *data)
{
    if (!data)
        return readClip({});
    return readClip(holdsItems(data) ? data->data(itemsType) : data->text().toUtf8());
}

} // namespace sallyport
