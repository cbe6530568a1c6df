// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop.h"

#include "app/clustersession.h"
#include "app/exportservices.h"
#include "app/translations.h"
#include "ui/changes/changestab.h"
#include "ui/files/session.h"
#include "ui/languagemenu.h"
#include "ui/preview/previewpane.h"

namespace sallyport {

Desktop::Desktop(Settings *settings, const QString &journalFolder, const QString &exportFolder)
    : m_settings(settings)
    , m_exportFolder(exportFolder)
    , m_journal(journalFolder, &m_editor)
{
    makeWindow();
    connect(&m_systemTheme, &SystemTheme::changed, this, [this](bool dark) { m_window->setSystemIsDark(dark); });
    m_systemTheme.follow();
}

void Desktop::makeWindow()
{
    m_window = std::make_unique<MainWindow>(&m_editor, m_settings);
    m_window->session()->setJournal(&m_journal);
    m_window->preview()->changes()->setExportFolder(m_exportFolder);
    m_window->setExportServices(exportServices);
    m_window->setClusterServices(clusterServices());
    // Queued: the menu that was clicked belongs to the window that goes.
    connect(m_window.get(), &MainWindow::languageChosen, this, &Desktop::changeLanguage, Qt::QueuedConnection);
}

void Desktop::start(const QStringList &paths)
{
    m_window->start(paths);
}

void Desktop::finish()
{
    m_journal.finish();
}

void Desktop::changeLanguage()
{
    const FieldRef shown = m_window->selection()->current();
    m_window->rememberLayout();
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    installTranslations(chosenLocale(*m_settings));
    makeWindow();
    emit m_editor.filesChanged(); // for views that learn of open files when they are opened
    m_window->selection()->select(shown);
    m_window->show();
    before->hide();
}

} // namespace sallyport
