// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

class QLabel;
class QToolButton;

namespace sallyport {

class ItemStrip;
class LabelsEdit;
class Workloads;

/// Panel 1: which workloads the rule speaks of. A strip of the entries appears when there are several.
class SourcePanel : public PolicySection
{
    Q_OBJECT
public:
    SourcePanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

    /// Names to offer, and pods to count; they must outlive the panel.
    void setWorkloads(Workloads *workloads);

private:
    void showCount();
    QString namespaceName() const;
    Labels labels() const;
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
    QLabel *m_count; ///< How many pods of the open cluster it means.
    Workloads *m_workloads = nullptr;
};

} // namespace sallyport
