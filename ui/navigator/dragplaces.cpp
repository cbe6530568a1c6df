// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/dragplaces.h"

#include "ui/clipboard/itemmime.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QString placesType()
{
    return u"application/vnd.sallyport.places"_s;
}

/// Tells the editors of all windows and processes apart.
QByteArray markOf(const WorkspaceEditor &editor)
{
    return QByteArray::number(QCoreApplication::applicationPid()) + ' ' + QByteArray::number(quintptr(&editor));
}

} // namespace

void addPlaces(QMimeData *data, const WorkspaceEditor &editor, const QList<FieldRef> &items)
{
    QByteArray places;
    QDataStream out(&places, QIODevice::WriteOnly);
    out << markOf(editor) << qint32(items.size());
    for (const FieldRef &item : items)
        out << qint32(item.file) << qint32(item.document) << item.path.toString();
    data->setData(placesType(), places);
}

QList<FieldRef> placesIn(const QMimeData &data, const WorkspaceEditor &editor)
{
    QDataStream in(data.data(placesType()));
    QByteArray mark;
    qint32 count = 0;
    in >> mark >> count;
    QList<FieldRef> places;
    if (mark != markOf(editor))
        return places;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        qint32 file = -1;
        qint32 document = -1;
        QString path;
        in >> file >> document >> path;
        const std::optional<FieldPath> parsed = FieldPath::parse(path);
        if (in.status() == QDataStream::Ok && parsed)
            places.append({file, document, *parsed});
    }
    return places;
}

std::optional<ClipItem::Kind> kindOf(const QMimeData &data, const WorkspaceEditor &editor)
{
    QList<std::optional<ClipItem::Kind>> kinds;
    const QList<FieldRef> places = placesIn(data, editor);
    for (const FieldRef &place : places)
        kinds.append(clipKindOf(place.path));
    if (places.isEmpty()) {
        const Result<QList<ClipItem>> items = itemsOf(&data);
        for (const ClipItem &item : items ? *items : QList<ClipItem>())
            kinds.append(item.kind);
    }
    const bool isOneKind = !kinds.isEmpty() && kinds.count(kinds.front()) == kinds.size();
    return isOneKind ? kinds.front() : std::nullopt;
}

} // namespace sallyport
