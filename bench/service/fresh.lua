-- Asks for the same rows under an address nobody asked for before, so that nothing remembered helps.
local day = 0
local base

function init()
  base = wrk.path
  day = math.floor(os.time() * 7919) % 2000000
end

function request()
  day = day + 1
  local year, rest = 2100 + math.floor(day / 336) % 7000, day % 336
  local date = string.format("%04d-%02d-%02d", year, math.floor(rest / 28) + 1, rest % 28 + 1)
  return wrk.format("GET", base .. date)
end
