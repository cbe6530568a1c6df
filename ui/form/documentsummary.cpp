// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/documentsummary.h"

#include "ui/titles.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Lines = QList<std::pair<QString, QString>>;

QString explanationOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Authorization:
        return DocumentSummary::tr(
            "Who may do what at a gateway. It is compiled, exported and applied with the policy where it selects one of "
            "the policy's gateways.");
    case DocumentKind::Mesh:
        return DocumentSummary::tr(
            "Facts about the mesh that a policy cannot carry. It stays local and is never sent to a cluster.");
    case DocumentKind::Expectations:
        return DocumentSummary::tr(
            "Requests and what should come of them. It stays local and is never sent to a cluster.");
    case DocumentKind::Generated:
        return DocumentSummary::tr(
            "Sallyport made this document from a policy. It is listed, but never read as a policy.");
    default:
        return DocumentSummary::tr("Sallyport keeps this document as it is, byte for byte.");
    }
}

QString labelsText(const Labels &labels)
{
    QStringList words;
    for (const auto &[key, value] : labels)
        words.append(u"%1=%2"_s.arg(key, value));
    return words.join(u", "_s);
}

void add(Lines *lines, const QString &title, const QString &text)
{
    if (!text.isEmpty())
        lines->append({title, text});
}

Lines linesOf(const AuthorizationPolicy &policy)
{
    Lines lines;
    add(&lines, DocumentSummary::tr("Action:"), policy.action);
    add(&lines, DocumentSummary::tr("Selector:"), labelsText(policy.selector));
    for (int i = 0; i < int(policy.rules.size()); ++i) {
        const AuthorizationRule &rule = policy.rules[i];
        QStringList parts;
        const auto part = [&](const QString &words, const QStringList &values) {
            if (!values.isEmpty())
                parts.append(words.arg(values.join(u", "_s)));
        };
        part(DocumentSummary::tr("from namespaces %1"), rule.namespaces);
        part(DocumentSummary::tr("from service accounts %1"), rule.serviceAccounts + rule.principals);
        part(DocumentSummary::tr("to hosts %1"), rule.hosts);
        part(DocumentSummary::tr("methods %1"), rule.methods);
        part(DocumentSummary::tr("paths %1"), rule.paths);
        part(DocumentSummary::tr("ports %1"), rule.ports);
        add(&lines, DocumentSummary::tr("Rule %1:").arg(i + 1),
            parts.isEmpty() ? DocumentSummary::tr("see the text") : parts.join(u"; "_s));
    }
    return lines;
}

QString outboundText(OutboundTrafficPolicy policy)
{
    switch (policy) {
    case OutboundTrafficPolicy::RegistryOnly:
        return u"REGISTRY_ONLY"_s;
    case OutboundTrafficPolicy::AllowAny:
        return u"ALLOW_ANY"_s;
    case OutboundTrafficPolicy::Unknown:
        break;
    }
    return DocumentSummary::tr("not stated");
}

Lines linesOf(const Mesh &mesh)
{
    Lines lines;
    add(&lines, DocumentSummary::tr("Outbound traffic:"), outboundText(mesh.outboundTrafficPolicy));
    add(&lines, DocumentSummary::tr("DNS capture:"),
        mesh.dnsCapture ? DocumentSummary::tr("yes") : DocumentSummary::tr("no"));
    add(&lines, DocumentSummary::tr("Istio version:"), mesh.istioVersion);
    for (const MeshGateway &gateway : mesh.gateways) {
        QStringList ports;
        for (const MeshGatewayPort &port : gateway.ports)
            ports.append(u"%1 %2"_s.arg(QString::number(port.number), port.protocol));
        add(&lines, DocumentSummary::tr("Gateway:"),
            DocumentSummary::tr("%1 in %2; ports %3").arg(gateway.name, gateway.namespaceName, ports.join(u", "_s)));
    }
    for (const MeshHost &host : mesh.hosts) {
        const QString what = host.representative.isEmpty() ? host.addresses.join(u", "_s) : host.representative;
        add(&lines, DocumentSummary::tr("Host:"), u"%1 → %2"_s.arg(host.host, what));
    }
    return lines;
}

QString verdictText(const Expectation &expectation)
{
    QString verdict = expectation.verdict == ExpectedVerdict::Allowed ? DocumentSummary::tr("allowed")
        : expectation.verdict == ExpectedVerdict::Blocked             ? DocumentSummary::tr("blocked")
                                                                      : DocumentSummary::tr("any verdict");
    return expectation.status ? u"%1, %2"_s.arg(verdict).arg(*expectation.status) : verdict;
}

Lines linesOf(const Expectations &expectations)
{
    Lines lines;
    for (int i = 0; i < int(expectations.cases.size()); ++i) {
        const Expectation &expectation = expectations.cases[i];
        const QString request = expectation.request.tcp.isEmpty()
            ? u"%1 %2"_s.arg(expectation.request.method, expectation.request.url)
            : expectation.request.tcp;
        const QString title =
            expectation.name.isEmpty() ? DocumentSummary::tr("Case %1:").arg(i + 1) : expectation.name + u':';
        add(&lines, title,
            DocumentSummary::tr("from %1: %2 is %3").arg(expectation.namespaceName, request, verdictText(expectation)));
    }
    return lines;
}

Lines linesOf(const DocumentReading &reading)
{
    Lines lines;
    add(&lines, DocumentSummary::tr("Kind:"), reading.objectKind);
    add(&lines, DocumentSummary::tr("Name:"), reading.name);
    add(&lines, DocumentSummary::tr("Namespace:"), reading.namespaceName);
    add(&lines, DocumentSummary::tr("API version:"), reading.apiVersion);
    if (const AuthorizationPolicy *authorization = reading.authorization())
        return lines + linesOf(*authorization);
    if (const Mesh *mesh = reading.mesh())
        return lines + linesOf(*mesh);
    if (const Expectations *expectations = reading.expectations())
        return lines + linesOf(*expectations);
    return lines;
}

} // namespace

DocumentSummary::DocumentSummary(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_lines(new QFormLayout)
    , m_toText(new QPushButton(tr("Edit as text"), this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    connect(m_toText, &QPushButton::clicked, this, &DocumentSummary::textRequested);
    setFocusProxy(m_toText);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(m_lines);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_toText, 0, Qt::AlignLeft);
    layout->addStretch();
}

void DocumentSummary::show(const DocumentReading &reading)
{
    m_title->setText(reading.kind == DocumentKind::Other && !reading.objectKind.isEmpty() ? reading.objectKind
                                                                                          : kindTitle(reading.kind));
    m_explanation->setText(explanationOf(reading.kind));
    setAccessibleName(m_title->text());
    fill(linesOf(reading));
}

void DocumentSummary::fill(const Lines &lines)
{
    if (m_shown == lines)
        return;
    m_shown = lines;
    while (m_lines->rowCount() > 0)
        m_lines->removeRow(0);
    for (const auto &[title, text] : lines) {
        auto *value = new QLabel(text, this);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *label = new QLabel(title, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(value);
        m_lines->addRow(label, value);
    }
}

} // namespace sallyport
