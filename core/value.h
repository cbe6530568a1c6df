// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <initializer_list>
#include <vector>

namespace sallyport {

struct Member;

/// A tree of what YAML and JSON can say, each node with a mark of where it came from.
///
/// Generated Istio objects, foreign objects and the values of edits are all of this type. Maps keep the order of insertion; the
/// writers sort. `origin` means nothing here: it indexes a table that lives beside the tree (see core/istio/object.h).
class Value
{
public:
    enum class Type : quint8 { Null, Bool, Int, Double, String, List, Map };

    Value() = default;
    Value(bool b);
    Value(int n);
    Value(qint64 n);
    Value(double d);
    Value(QString text);
    Value(const char *) = delete;

    static Value list();
    static Value list(std::vector<Value> items);
    static Value list(const QStringList &items);
    static Value map(std::initializer_list<std::pair<QString, Value>> members = {});

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isString() const { return m_type == Type::String; }
    bool isList() const { return m_type == Type::List; }
    bool isMap() const { return m_type == Type::Map; }
    bool isCollection() const { return isList() || isMap(); }

    bool toBool(bool otherwise = false) const;
    qint64 toInt(qint64 otherwise = 0) const;
    double toDouble(double otherwise = 0) const;
    const QString &text() const { return m_text; } ///< Of a String; empty for every other type.

    /// Members of a map, or items of a list (with empty keys), in order.
    const std::vector<Member> &members() const { return m_members; }
    std::vector<Member> &members() { return m_members; }
    size_t size() const;
    bool isEmpty() const;

    /// The member called `key`, or null where there is none.
    const Value *find(QStringView key) const;
    Value *find(QStringView key);
    /// The item or member, or a shared Null value where there is none: chains of look-ups need no checks.
    const Value &operator[](QStringView key) const;
    const Value &operator[](size_t i) const;

    /// Appends to a map without looking for an equal key: builders know their keys. Returns the value in place.
    Value &add(QString key, Value value);
    /// Appends to a list. Returns the value in place.
    Value &append(Value value);
    /// Replaces or appends a member of a map.
    Value &set(const QString &key, Value value);
    bool remove(QStringView key);

    quint32 origin() const { return m_origin; }
    Value &withOrigin(quint32 origin) &
    {
        m_origin = origin;
        return *this;
    }
    Value &&withOrigin(quint32 origin) &&
    {
        m_origin = origin;
        return std::move(*this);
    }

    /// Equal as Kubernetes sees it: the order of map members and the origins do not count.
    bool operator==(const Value &other) const;

private:
    Type m_type = Type::Null;
    quint32 m_origin = 0;
    union {
        bool b;
        qint64 i;
        double d;
    } m_number = {.i = 0};
    QString m_text;
    std::vector<Member> m_members;
};

/// One member of a map, or one item of a list (then without a key).
struct Member {
    QString key;
    Value value;
};

inline size_t Value::size() const
{
    return m_members.size();
}

inline bool Value::isEmpty() const
{
    return m_members.empty();
}

} // namespace sallyport
