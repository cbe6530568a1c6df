// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastereader.h"
#include "ui/paste/pastemodel.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace sallyport {

class ChoiceBox;
class PasteFilter;
class PortEdit;

/// Takes pasted text of any kind apart, shows what was understood, and lets it be adjusted before it goes into a rule.
///
/// Reading goes on in slices while the window lives, however long the text is.
class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    /// `destination` is what people call the place that the hosts go to.
    PasteDialog(const PasteJudge &judge, const QString &destination, QWidget *parent = nullptr);

    void setText(const QString &text);
    QList<PastedRow> chosen() const { return m_model->chosen(); }
    bool isReading() const { return m_reader.has_value(); }
    PasteModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildInput();
    QWidget *buildFilterRow();
    QWidget *buildPortRow();
    void buildTable();
    void readAnew();
    void readOn();
    void showCounts();
    void showOnly(int choice);
    void applyPorts();
    QList<int> selectedRows() const;
    void toggleSelected();

    QString m_destination;
    PasteModel *m_model;
    PasteFilter *m_filter;
    std::optional<PasteReader> m_reader; ///< Until all is read.
    QElapsedTimer m_shown; ///< Since the counts were brought up to date.
    QTimer m_slice;
    QTimer m_typing; ///< Reading starts when the text has been left alone for a moment.
    QPlainTextEdit *m_text;
    QComboBox *m_show;
    QTableView *m_table;
    PortEdit *m_port;
    ChoiceBox *m_protocol;
    QPushButton *m_apply;
    QLabel *m_summary;
    QPushButton *m_add;
};

} // namespace sallyport
