// Registers test classes so that one executable holds a room's tests: FOYER_TEST(MoneyTest, "money").
#pragma once

#include <QtTest/QTest>

#include <functional>
#include <map>

namespace foyer::test {

using Factory = std::function<std::unique_ptr<QObject>()>;

inline std::map<QByteArray, Factory> &registry()
{
    static std::map<QByteArray, Factory> classes;
    return classes;
}

} // namespace foyer::test

#define FOYER_TEST(Class, name)                                                                                        \
    static const bool registered_##Class =                                                                            \
        foyer::test::registry().emplace(name, [] { return std::make_unique<Class>(); }).second;
