// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

class QToolButton;

namespace sallyport {

class ItemStrip;
class LabelsEdit;

/// Panel 1: which workloads the rule speaks of. A strip of the entries appears when there are several.
class SourcePanel : public PolicySection
{
    Q_OBJECT
public:
    SourcePanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    void addSource();
    void removeSource(int source);
    void moveSource(int source, int by);
    FieldPath selectorPath() const;

    QToolButton *m_add;
    Field *m_sources;
    ItemStrip *m_strip;
    Field *m_namespace;
    Field *m_labels;
    LabelsEdit *m_labelsEdit;
};

} // namespace sallyport
