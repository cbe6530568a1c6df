// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/listedit.h"

#include "core/policy/documentfindings.h"
#include "core/policy/edits.h"

#include <algorithm>

namespace sallyport {

namespace {

/// What happens to one item.
struct Slot {
    FieldPath place;
    std::optional<QString> text = {};
    bool isRemoved = false;
    QStringList before = {};
    QStringList after = {};
};

class EntryChanges
{
public:
    EntryChanges(const Workspace &workspace, const FieldRef &document, const QList<WrittenEntry> &entries);

    Slot &slot(const FieldPath &place);
    QList<DocumentChange> changes(const std::function<QList<DocumentChange>(const FieldPath &list)> &remove);

private:
    FieldRef at(const FieldPath &path) const { return {m_document.file, m_document.document, path}; }
    bool isEmptied(const FieldPath &list) const;
    void append(const Slot &slot);

    const Workspace &m_workspace;
    FieldRef m_document;
    std::vector<Slot> m_slots; ///< In document order.
    QList<DocumentChange> m_changes;
};

EntryChanges::EntryChanges(const Workspace &workspace, const FieldRef &document, const QList<WrittenEntry> &entries)
    : m_workspace(workspace)
    , m_document(document)
{
    for (const WrittenEntry &entry : entries) {
        for (const FieldPath &place : entry.places)
            m_slots.push_back({place});
    }
    std::sort(m_slots.begin(), m_slots.end(),
              [](const Slot &a, const Slot &b) { return comesBefore(a.place, b.place); });
}

Slot &EntryChanges::slot(const FieldPath &place)
{
    return *std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.place == place; });
}

/// From the end to the beginning: no change moves what a later one speaks of.
QList<DocumentChange> EntryChanges::changes(const std::function<QList<DocumentChange>(const FieldPath &list)> &remove)
{
    FieldPath emptied;
    for (auto slot = m_slots.rbegin(); slot != m_slots.rend(); ++slot) {
        const FieldPath list = slot->place.parent();
        if (!emptied.isEmpty() && list == emptied)
            continue;
        if (!isEmptied(list)) {
            append(*slot);
            continue;
        }
        emptied = list;
        m_changes += remove(list);
    }
    return m_changes;
}

bool EntryChanges::isEmptied(const FieldPath &list) const
{
    size_t removed = 0;
    for (const Slot &slot : m_slots) {
        if (slot.place.parent() != list)
            continue;
        if (!slot.isRemoved || !slot.before.isEmpty() || !slot.after.isEmpty())
            return false;
        ++removed;
    }
    const yaml::Node *node = m_workspace.reading(m_document.file, m_document.document).source->root.find(list);
    return node && node->members.size() == removed;
}

void EntryChanges::append(const Slot &slot)
{
    const int index = slot.place.last().index;
    const FieldRef list = at(slot.place.parent());
    for (auto text = slot.after.crbegin(); text != slot.after.crend(); ++text)
        m_changes.append(insertItem(m_workspace, list, index + 1, *text));
    if (slot.isRemoved)
        m_changes += clearField(m_workspace, at(slot.place));
    else if (slot.text)
        m_changes.append(setField(m_workspace, at(slot.place), *slot.text));
    for (auto text = slot.before.crbegin(); text != slot.before.crend(); ++text)
        m_changes.append(insertItem(m_workspace, list, index, *text));
}

} // namespace

QList<DocumentChange>
changeEntries(const Workspace &workspace, const FieldRef &document, const QList<WrittenEntry> &entries,
              const QStringList &wanted,
              const std::function<QStringList(const QString &text, const FieldPath &list)> &writtenAs,
              const std::function<QList<DocumentChange>(const FieldPath &list)> &remove)
{
    const auto shorter = std::min(entries.size(), wanted.size());
    qsizetype head = 0;
    while (head < shorter && entries[head].text == wanted[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && entries[entries.size() - 1 - tail].text == wanted[wanted.size() - 1 - tail])
        ++tail;
    const qsizetype oldEnd = entries.size() - tail;
    const qsizetype newEnd = wanted.size() - tail;

    EntryChanges result(workspace, document, entries);
    const qsizetype common = std::min(oldEnd, newEnd);
    for (qsizetype i = head; i < oldEnd; ++i) {
        const QList<FieldPath> &places = entries[i].places;
        const QStringList texts = i < common ? writtenAs(wanted[i], places.first().parent()) : QStringList();
        for (qsizetype j = 0; j < places.size(); ++j) {
            Slot &slot = result.slot(places[j]);
            if (j < texts.size())
                slot.text = texts[j];
            else
                slot.isRemoved = true;
        }
        if (texts.size() > places.size())
            result.slot(places.last()).after = texts.mid(places.size());
    }
    for (qsizetype i = common; i < newEnd; ++i) {
        // Behind the entry before it; a first one before what was first.
        const bool isFirst = common == 0;
        const FieldPath place = isFirst ? entries.first().places.first() : entries[common - 1].places.last();
        (isFirst ? result.slot(place).before : result.slot(place).after) += writtenAs(wanted[i], place.parent());
    }
    return result.changes(remove);
}

} // namespace sallyport
