// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/problemsmodel.h"

#include "core/document/workspaceeditor.h"
#include "ui/fields/marks.h"
#include "ui/fields/rowdiff.h"
#include "ui/preview/fieldplace.h"

#include <QFont>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The same finding, as a person sees it. Its fixes are made anew at every compilation and cannot be compared.
bool isSame(const Diagnostic &a, const Diagnostic &b)
{
    return a.code == b.code && a.where == b.where && a.severity == b.severity && a.suppressed == b.suppressed
        && a.message == b.message && a.suppressionReason == b.suppressionReason;
}

/// For rowDiff().
struct Row {
    const Diagnostic *finding;
    bool operator==(const Row &other) const { return isSame(*finding, *other.finding); }
};

QList<Row> rowsOf(const QList<Diagnostic> &findings)
{
    QList<Row> rows;
    for (const Diagnostic &finding : findings)
        rows.append({&finding});
    return rows;
}

} // namespace

ProblemsModel::ProblemsModel(WorkspaceEditor *workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(workspace, &WorkspaceEditor::compiled, this, &ProblemsModel::refresh);
    connect(workspace, &WorkspaceEditor::filesChanged, this, &ProblemsModel::refresh);
    refresh();
}

ProblemsModel::~ProblemsModel() = default;

void ProblemsModel::refresh()
{
    QList<Diagnostic> findings = m_workspace->compilation().findings;
    const qsizetype files = qsizetype(m_workspace->workspace().files.size());
    findings.removeIf(
        [files](const Diagnostic &finding) { return finding.where.file >= files; }); // closed since it was compiled
    std::ranges::stable_sort(findings, {}, [](const Diagnostic &finding) {
        return std::tuple(finding.suppressed, finding.severity, finding.where.file, finding.where.document);
    });
    m_lines.clear();

    const RowDiff diff = rowDiff(rowsOf(m_findings), rowsOf(findings));
    const int changed = std::min(diff.removed, diff.inserted);
    const int end = diff.first + changed;
    if (diff.removed > changed) {
        beginRemoveRows({}, end, diff.first + diff.removed - 1);
        m_findings.remove(end, diff.removed - changed);
        endRemoveRows();
    } else if (diff.inserted > changed) {
        beginInsertRows({}, end, diff.first + diff.inserted - 1);
        m_findings = m_findings.first(end) + findings.mid(end, diff.inserted - changed) + m_findings.mid(end);
        endInsertRows();
    }
    m_findings = std::move(findings); // the same rows, with fixes for the text as it is now
    if (!m_findings.isEmpty()) {
        emit dataChanged(index(diff.first, 0), index(std::max(diff.first, end - 1), ColumnCount - 1));
        emit dataChanged(index(0, PlaceColumn), index(rowCount() - 1, PlaceColumn));
    }
}

int ProblemsModel::count(Severity severity) const
{
    return int(std::ranges::count_if(m_findings, [severity](const Diagnostic &finding) {
        return finding.severity == severity && !finding.suppressed;
    }));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int ProblemsModel::lineOf(const Diagnostic &finding) const
{
    const Workspace &workspace = m_workspace->workspace();
    const int file = finding.where.file;
    if (file < 0 || size_t(file) >= workspace.files.size())
        return 0;
    std::shared_ptr<const yaml::LineIndex> &lines = m_lines[file];
    if (!lines)
        lines = std::make_shared<yaml::LineIndex>(workspace.files[size_t(file)]->stream.text);
    return lines->position(placeOf(workspace, finding).begin).line;
}

QString ProblemsModel::messageOf(const Diagnostic &finding) const
{
    if (!finding.suppressed)
        return finding.message;
    return tr("%1 (suppressed: %2)").arg(finding.message, finding.suppressionReason);
}

QString ProblemsModel::textOf(const Diagnostic &finding, int column) const
{
    switch (column) {
    case SeverityColumn:
        return wordOf(finding.severity);
    case MessageColumn:
        return messageOf(finding);
    case FieldColumn:
        return finding.where.path.toString();
    case PlaceColumn:
        return finding.where.file < 0 ? QString()
                                      : u"%1:%2"_s.arg(m_workspace->title(finding.where.file)).arg(lineOf(finding));
    case CodeColumn:
        return finding.code;
    default:
        return {};
    }
}

QVariant ProblemsModel::sortKey(const Diagnostic &finding, int column) const
{
    if (column == SeverityColumn)
        return int(finding.suppressed) * 10 + int(finding.severity);
    if (column == PlaceColumn)
        return u"%1:%2"_s.arg(finding.where.file, 6).arg(lineOf(finding), 9);
    return textOf(finding, column);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_findings.size())
        return {};
    const Diagnostic &finding = m_findings[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(finding, index.column());
    case Qt::DecorationRole:
        return index.column() == SeverityColumn ? iconOf(finding.severity) : QVariant();
    case Qt::ToolTipRole:
        return messageOf(finding);
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(true);
        return finding.suppressed ? font : QVariant();
    }
    case SortRole:
        return sortKey(finding, index.column());
    case SeverityRole:
        return int(finding.severity);
    case SuppressedRole:
        return finding.suppressed;
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Problem");
    case FieldColumn:
        return tr("Field");
    case PlaceColumn:
        return tr("Line");
    case CodeColumn:
        return tr("Code");
    default:
        return {};
    }
}

} // namespace sallyport
