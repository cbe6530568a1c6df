// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/layout.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <QHash>
#include <QSet>

#include <optional>

namespace sallyport::yaml {

/// Thrown through yaml-cpp by the builder when it cannot go on; caught where yaml-cpp is called.
struct BuildFailure {
    Problem problem;
};

/// Builds a document's tree from yaml-cpp's events, and finds each node's place in the text.
///
/// yaml-cpp tells where a node starts (its tag or anchor included) and nothing else; so the builder follows in the text what the
/// events say, from one piece of punctuation to the next.
class TreeBuilder : public YAML::EventHandler
{
public:
    /// Reads the document whose text starts at `begin` and ends where the layout ends; yaml-cpp counts from `begin` on, and the root
    /// stands at or behind `content`. `nodes` counts down what the file may still hold.
    TreeBuilder(Layout layout, qsizetype begin, qsizetype content, qint64 &nodes);

    bool hasRoot() const { return m_documents > 0; }
    Node takeRoot() { return std::move(m_root); }
    bool hasAliases() const { return m_alias.has_value(); }
    QList<Problem> takeProblems(); ///< With the first anchor, alias or merge key as one.
    qint64 eventCount() const { return m_events; } ///< Tells whether yaml-cpp gets on.

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { closeCollection(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { closeCollection(); }

private:
    /// A collection whose end has not come yet.
    struct Frame {
        Node node;
        YAML::anchor_t anchor = 0;
        qsizetype mark = 0; ///< Where yaml-cpp says it starts.
        qsizetype indent = -1; ///< Of the block collection it is or stands in.
        bool inFlow = false;
        bool isPair = false; ///< A single pair inside [], without braces of its own.
        bool mayBePair = false; ///< The brace at its start may be its own or its first key's.
        std::optional<Node> key; ///< Of a map: the key that waits for its value.
        qint64 size = 1; ///< Nodes in it so far, itself included.
        int height = 0; ///< Collections inside each other in it, itself not included.
        QSet<QString> keys; ///< Of a large map; few keys are compared one by one.
        bool hasMerged = false;
    };

    /// A node that an alias can refer to.
    struct Anchored {
        Node node;
        qint64 size;
        int height;
    };

    /// Where the next node would stand: right behind the dash, colon, comma or bracket before it.
    struct Place {
        qsizetype offset;
        bool isAbsent = false; ///< A key without a colon: its value has no place of its own.
    };

    qsizetype offsetOf(const YAML::Mark &mark) const { return m_begin + mark.pos; }
    Frame *top() { return m_frames.empty() ? nullptr : &m_frames.back(); }
    bool inFlow() const { return !m_frames.empty() && m_frames.back().inFlow; }
    qsizetype indent() const { return m_frames.empty() ? -1 : m_frames.back().indent; }

    Place nextPlace();
    Place itemPlace(Frame &frame);
    Place keyPlace(Frame &frame);
    Place valuePlace(const Frame &frame);
    qsizetype behindComma(const Frame &frame, qsizetype offset) const;
    /// Where a node that is no mere gap starts, seen from its place; -1 where the text goes on with something else.
    qsizetype nodeStart(Place place) const;
    qsizetype skipProperties(qsizetype offset, bool hasTag, bool hasAnchor, bool &found) const;

    qsizetype expect(qsizetype offset, char c) const;
    void settlePair(qsizetype mark);
    void openCollection(Node node, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value style);
    void closeCollection();
    void attach(Node node, YAML::anchor_t anchor, qint64 size, int height);
    void attachKey(Frame &frame, Node key);
    void attachValue(Frame &frame, Node value);
    bool isDuplicate(Frame &frame, const QString &key) const;
    static void merge(Frame &frame, const Node &from);
    static void mergeMap(Frame &frame, const Node &map, Range range);
    void noteAlias(Range where);
    void keepAnchored(YAML::anchor_t anchor, const Node &node, qint64 size, int height);
    void count(qint64 nodes, Range where);
    FieldPath path() const;
    [[noreturn]] void fail(Problem problem) const;

    Layout m_layout;
    qsizetype m_begin;
    qsizetype m_at; ///< Behind what has been placed so far.
    qint64 &m_nodesLeft;
    qint64 m_aliasedNodes = 0;
    qint64 m_events = 0;
    int m_documents = 0;
    std::optional<Problem> m_alias; ///< The first anchor, alias or merge key.
    Node m_root;
    std::vector<Frame> m_frames;
    QHash<YAML::anchor_t, Anchored> m_anchors;
    QList<Problem> m_problems;
};

} // namespace sallyport::yaml
