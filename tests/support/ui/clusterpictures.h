// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSize>
#include <QString>

#include <functional>

namespace sallyport {

class MainWindow;

namespace test {

class ScriptedCluster;

/// A state of the Cluster dock to make a picture of, and how a window over that cluster gets there from its first start.
struct ClusterPicture {
    QString name;
    QSize size;
    std::function<void(MainWindow &window, ScriptedCluster &cluster)> prepare;
};

QList<ClusterPicture> clusterPictures();

} // namespace test

} // namespace sallyport
