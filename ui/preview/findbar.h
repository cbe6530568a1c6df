// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preview/search.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sallyport {

class SourceEditor;
class YamlView;

/// Finds text in a view below which it stands, and replaces it where the view can be edited. Hidden until it is asked for.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    /// `completeText` is called before a search gives up: a view that is filled in slices may not have all its text yet.
    FindBar(YamlView *view, std::function<void()> completeText, QWidget *parent = nullptr);

    void enableReplace(SourceEditor *editor);
    void showFind();
    void showReplace();
    void findNext();
    void findPrevious();
    void closeBar();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Direction : quint8 { Forward, Backward };

    void open(bool replacing);
    void searchChanged();
    void find(Direction direction);
    void selectMatch(Direction direction, int from);
    void replaceOne();
    void replaceAll();
    void startCounting();
    void countSlice();
    void showCount();
    bool isAtMatch() const;

    YamlView *m_view;
    SourceEditor *m_editor = nullptr;
    std::function<void()> m_completeText;
    Search m_search;

    QLineEdit *m_text;
    QLineEdit *m_replacement;
    QCheckBox *m_matchCase;
    QLabel *m_count;
    QList<QWidget *> m_replaceRow;

    QTimer m_countTimer;
    int m_countedLines = 0;
    std::vector<int> m_matches; ///< Positions, as far as they are counted.
};

} // namespace sallyport
