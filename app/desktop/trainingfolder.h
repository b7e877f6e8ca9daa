// TrainingFolder: where the scratch copy for training lies. It goes when training ends, and those that a power cut left
// behind go with the next one: they hold names and PIN hashes.
#pragma once

#include "core/base/error.h"

#include <QtCore/QLockFile>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace foyer {

class TrainingFolder
{
public:
    /// FileUnreadable when it cannot be made.
    static Result<std::unique_ptr<TrainingFolder>> make(const QString &within);
    ~TrainingFolder();

    QString path() const { return m_folder.path(); }

private:
    explicit TrainingFolder(const QString &within);

    QTemporaryDir m_folder;
    std::unique_ptr<QLockFile> m_lock; ///< held as long as somebody trains
};

} // namespace foyer
