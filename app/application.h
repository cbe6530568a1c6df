// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sallyport {

/// Runs the editor until its window is closed; returns the exit status. The arguments are files and folders to open.
int runWindow(int &argc, char **argv);

} // namespace sallyport
