// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/structure.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Type = SchemaField::Type;

/// Letters and digits only, in lower case: workload_selector is workloadSelector.
QString folded(QStringView key)
{
    QString letters;
    for (QChar c : key) {
        if (c.isLetterOrNumber())
            letters.append(c.toLower());
    }
    return letters;
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour to get from one text to the other.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> beforeLast;
    std::vector<qsizetype> last(size_t(b.size()) + 1);
    for (size_t j = 0; j < last.size(); ++j)
        last[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        std::vector<qsizetype> row(last.size());
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t k = size_t(j);
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[k] = std::min(row[k], beforeLast[k - 2] + 1);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

/// Walks a document along its schema.
class StructureCheck
{
    Q_DECLARE_TR_FUNCTIONS(StructureCheck)
public:
    explicit StructureCheck(DocumentFindings &findings)
        : m_findings(findings)
    {
    }

    void check(const SchemaField &schema, const Place &place);

private:
    void checkMap(const SchemaField &schema, const Place &place);
    void checkList(const SchemaField &schema, const Place &place);
    void checkLabels(const Place &place);
    void checkUnknownKeys(const SchemaField &schema, const Place &place);
    void reportType(Type expected, const FieldPath &path, const yaml::Node &node);
    static QString nameOf(Type type);
    static QString describe(const yaml::Node &node);
    static QList<Fix> typeFixes(Type expected, const FieldPath &path, const yaml::Node &node);

    DocumentFindings &m_findings;
};

void StructureCheck::check(const SchemaField &schema, const Place &place)
{
    bool fits = true;
    switch (schema.type) {
    case Type::Any:
        break;
    case Type::Text:
        fits = place.text().has_value();
        break;
    case Type::Integer:
        fits = place.integer().has_value();
        break;
    case Type::Boolean:
        fits = place.boolean().has_value();
        break;
    case Type::Map:
        fits = place.isMap();
        if (fits)
            checkMap(schema, place);
        break;
    case Type::TextMap:
        fits = place.isMap();
        if (fits)
            checkLabels(place);
        break;
    case Type::List:
        fits = place.isList();
        if (fits)
            checkList(schema, place);
        break;
    }
    if (!fits)
        reportType(schema.type, place.path(), *place.node());
}

void StructureCheck::checkMap(const SchemaField &schema, const Place &place)
{
    checkUnknownKeys(schema, place);
    for (const SchemaField &field : schema.fields) {
        const Place value = place.child(field.key);
        const bool isEmptyList = field.type == Type::List && value.isList() && value.size() == 0;
        if (!value.isAbsent())
            check(field, value);
        if (!field.whenMissing.isEmpty() && (value.isAbsent() || isEmptyList))
            m_findings.addMissing(field.whenMissing, value);
    }
}

void StructureCheck::checkList(const SchemaField &schema, const Place &place)
{
    for (size_t i = 0; i < place.size(); ++i)
        check(schema.item(), place.item(i)); // an item without a value is one of the wrong type
}

void StructureCheck::checkLabels(const Place &place)
{
    for (const yaml::NodeMember &member : place.node()->members) {
        // No value is a wrong type here: dropping the label, as null fields are dropped, would make a selector wider.
        if (!Place(member.value).text())
            reportType(Type::Text, place.path().child(member.key.text), member.value);
    }
}

void StructureCheck::checkUnknownKeys(const SchemaField &schema, const Place &place)
{
    for (const yaml::NodeMember &member : place.node()->members) {
        if (schema.find(member.key.text))
            continue;
        QString meant = nearestKey(schema, member.key.text);
        if (!meant.isEmpty() && place.node()->find(meant))
            meant.clear(); // that one is there already: a rename would make it twice
        m_findings.addUnknownKey(place.path(), member.key, meant);
    }
}

void StructureCheck::reportType(Type expected, const FieldPath &path, const yaml::Node &node)
{
    m_findings.add("field.type"_L1, path, tr("%1 is expected here, not %2.").arg(nameOf(expected), describe(node)),
                   typeFixes(expected, path, node));
}

QString StructureCheck::nameOf(Type type)
{
    switch (type) {
    case Type::Text:
        return tr("A text");
    case Type::Integer:
        return tr("A whole number");
    case Type::Boolean:
        return tr("true or false");
    case Type::List:
        return tr("A list");
    case Type::Map:
    case Type::TextMap:
    case Type::Any:
        break;
    }
    return tr("A map");
}

QString StructureCheck::describe(const yaml::Node &node)
{
    switch (node.kind) {
    case yaml::NodeKind::Null:
        return tr("nothing");
    case yaml::NodeKind::List:
        return tr("a list");
    case yaml::NodeKind::Map:
        return tr("a map");
    case yaml::NodeKind::Scalar:
        break;
    }
    switch (yaml::resolve(node).type()) {
    case Value::Type::Bool:
        return tr("%1, which YAML reads as a boolean").arg(node.text);
    case Value::Type::Int:
    case Value::Type::Double:
        return tr("the number %1").arg(node.text);
    case Value::Type::Null:
        return tr("nothing");
    default:
        return tr("the text “%1”").arg(node.text);
    }
}

/// Quotes around a text that YAML takes for something else, or no quotes where a number or boolean was quoted.
QList<Fix> StructureCheck::typeFixes(Type expected, const FieldPath &path, const yaml::Node &node)
{
    if (node.kind != yaml::NodeKind::Scalar)
        return {};
    if (expected == Type::Text)
        return {setFix(tr("Put %1 in quotes").arg(node.text), path, node.text)};
    yaml::Node plain = node;
    plain.style = yaml::Style::Plain;
    plain.tagged = false;
    const Value value = yaml::resolve(plain);
    const bool helps = (expected == Type::Integer && value.type() == Value::Type::Int)
        || (expected == Type::Boolean && value.type() == Value::Type::Bool);
    return helps ? QList<Fix>{setFix(tr("Remove the quotes around %1").arg(node.text), path, value)} : QList<Fix>{};
}

} // namespace

void checkStructure(const SchemaField &schema, const Place &place, DocumentFindings &findings)
{
    StructureCheck(findings).check(schema, place);
}

QString nearestKey(const SchemaField &schema, const QString &key)
{
    constexpr qsizetype longestTypo = 64;
    if (key.size() > longestTypo)
        return {};
    const QString wanted = folded(key);
    QString best;
    qsizetype bestDistance = std::max(qsizetype(1), wanted.size() / 3) + 1;
    for (const SchemaField &field : schema.fields) {
        const QString candidate = folded(QString(field.key));
        const bool isPart = wanted.size() >= 4 && (candidate.startsWith(wanted) || candidate.endsWith(wanted));
        const qsizetype away = isPart ? 1 : distance(wanted, candidate);
        if (away < bestDistance) {
            bestDistance = away;
            best = field.key;
        }
    }
    return best;
}

} // namespace sallyport
