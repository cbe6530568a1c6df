// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"
#include "core/policy/policy.h"

#include <QHash>

namespace sallyport {

/// Decides which of the hosts that were read are new: it knows those of the policy and remembers those it has seen.
///
/// A host is one with its port and class: https://a.example and http://a.example are two.
class PasteJudge
{
public:
    /// For a paste into rule number `rule` of the policy. `port` is the destination's that was selected: what the text does not say
    /// is as there.
    PasteJudge(const Policy &policy, int rule, const Port &port);

    /// Gives a row the port and protocol that it lacks, and makes it a duplicate where it is one. Rows are judged in their order.
    void judge(PastedRow &row);
    /// Forgets what it has seen of the text, but not of the policy: the rows are judged again.
    void startAnew();

private:
    void complete(PastedRow &row) const;

    Port m_port;
    QHash<QString, int> m_present; ///< Of the policy: the rule that has it, -1 for the one that is pasted into.
    QStringList m_ruleTitles;
    QHash<QString, int> m_seen; ///< Of the text: its line.
};

/// A row whose host, port and protocol a person has put: what they make of it.
PastedRow edited(PastedRow row, const QString &host, std::optional<int> port, std::optional<Protocol> protocol);

} // namespace sallyport
