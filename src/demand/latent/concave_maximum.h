#pragma once

#include <functional>
#include <vector>

namespace umikoe::demand {

// A function of many numbers: its value there, and into the second argument its slope.
using ConcaveFunction =
    std::function<double(const std::vector<double>& at, std::vector<double>& slope)>;

// Where a concave, smooth function is greatest, from zero, by limited-memory BFGS (Liu and Nocedal
// 1989) with halved steps. The same function gives the same bytes.
std::vector<double> concave_maximum(size_t numbers, const ConcaveFunction& function);

}  // namespace umikoe::demand
