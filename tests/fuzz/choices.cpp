// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/choices.h"

namespace sallyport::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// A path down the tree, and the value it leads to.
const Value &wander(Choices &choices, const Value &root, FieldPath &path)
{
    const Value *value = &root;
    while (!value->isEmpty() && choices.below(8) != 0) {
        const int i = choices.below(int(value->size()));
        path = value->isMap() ? path.child(value->members()[size_t(i)].key) : path.index(i);
        value = &value->members()[size_t(i)].value;
    }
    return *value;
}

Value someValue(Choices &choices)
{
    switch (choices.below(8)) {
    case 0:
        return 8080;
    case 1:
        return true;
    case 2:
        return {};
    case 3:
        return u"a: b #c"_s;
    case 4:
        return u"two\nlines\n"_s;
    case 5:
        return Value::list(QStringList{u"yes"_s, u"x"_s});
    case 6:
        return Value::map({{u"k"_s, Value::list({Value(1)})}});
    default:
        return u"host.example.com"_s;
    }
}

} // namespace

yaml::Change someChange(Choices &choices, const Value &root)
{
    using Kind = yaml::Change::Kind;
    yaml::Change change;
    const Value &at = wander(choices, root, change.path);
    const int kind = choices.below(6);
    change.value = someValue(choices);
    if (kind == 1) {
        change.kind = Kind::Remove;
    } else if (kind == 2 && at.isList()) {
        change.kind = Kind::Insert;
        change.path = change.path.index(choices.below(int(at.size()) + 1));
    } else if (kind == 3 && at.isList()) {
        change.kind = Kind::Move;
        change.path = change.path.index(choices.below(int(at.size())));
        change.to = choices.below(int(at.size()));
    } else if (kind == 4 && at.isMap()) {
        change.path = change.path.child(u"new"_s);
    } else if (kind == 5) {
        change.kind = Kind::RenameKey;
        change.value = u"renamed"_s;
    }
    return change;
}

} // namespace sallyport::fuzz
