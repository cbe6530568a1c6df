// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preview/yamlview.h"

namespace sallyport {

/// A YamlView to read, with a cursor: Enter and double click go to what made the line.
class ObjectsView : public YamlView
{
    Q_OBJECT
public:
    explicit ObjectsView(QWidget *parent = nullptr);

signals:
    void lineActivated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

} // namespace sallyport
