// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/clusterwindow.h"

#include "tests/support/compiling.h"
#include "tests/support/kube/randompolicies.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/contextsmodel.h"
#include "ui/cluster/contextspage.h"
#include "ui/docks.h"

#include <QAbstractButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace sallyport::test {

ClusterWindow::ClusterWindow()
{
    cluster.historyFolder = folder.filePath(u"history"_s);
}

void ClusterWindow::show(const QByteArray &policy)
{
    editor = std::make_unique<WorkspaceEditor>();
    window = std::make_unique<MainWindow>(editor.get(), &settings);
    window->setClusterServices(cluster.services());
    window->start({});
    if (!policy.isEmpty()) {
        editor->newFile(policy, u"policy.yaml"_s);
        editor->close(0);
    }
    window->show();
    [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(window.get());
}

void ClusterWindow::close()
{
    window.reset();
    editor.reset();
}

ClusterView *ClusterWindow::view() const
{
    return window->cluster()->view();
}

void ClusterWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(window.get(), key, modifiers);
}

bool ClusterWindow::open(const QString &context)
{
    trigger(Command::ChooseContext);
    QTreeView *list = view()->contexts()->list();
    if (!QTest::qWaitFor([&] { return list->isVisible(); }))
        return false;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == context)
            list->setCurrentIndex(index);
    }
    QTest::keyClick(list, Qt::Key_Return);
    return QTest::qWaitFor([&] { return link()->state() == ClusterLink::State::Open && link()->context() == context; });
}

bool ClusterWindow::openAndPlan(const QString &context)
{
    return open(context) && waitFor(PlanWork::Stage::Planned);
}

bool ClusterWindow::waitFor(PlanWork::Stage stage) const
{
    return QTest::qWaitFor([&] { return work()->stage() == stage; }, 10'000);
}

QToolButton *ClusterWindow::contextButton() const
{
    for (QToolButton *button : window->findChildren<QToolButton *>()) {
        if (button->text().startsWith(u"Context: "_s))
            return button;
    }
    return nullptr;
}

QAbstractButton *ClusterWindow::button(const QString &text) const
{
    for (QAbstractButton *button : view()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

bool ClusterWindow::pressButton(const QString &text) const
{
    QAbstractButton *found = button(text);
    if (!found || !found->isEnabled())
        return false;
    found->setFocus(Qt::TabFocusReason);
    QTest::keyClick(found, Qt::Key_Space);
    return true;
}

QString ClusterWindow::visibleText(const QWidget *widget)
{
    QStringList texts;
    for (const QWidget *child : widget->findChildren<QWidget *>()) {
        if (child->isVisible())
            texts += {child->property("text").toString(), child->property("plainText").toString(), child->toolTip(),
                      child->accessibleName(), child->accessibleDescription()};
    }
    return texts.join(u'\n');
}

QString ClusterWindow::textOf(const QAbstractItemModel *model, const QModelIndex &parent)
{
    QString text;
    for (int row = 0; row < model->rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(parent); ++column)
            cells.append(model->index(row, column, parent).data().toString());
        text += (parent.isValid() ? u"  "_s : QString()) + cells.join(u" | "_s) + u'\n'
            + textOf(model, model->index(row, 0, parent));
    }
    return text;
}

QByteArray clusterPolicy(const QByteArray &rules)
{
    return policyWith(rules) + Universe::mesh();
}

} // namespace sallyport::test
