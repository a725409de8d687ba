/*
 * What is done with places in one atomic step each. Keys that a script works out by itself begin as all keys do, so a
 * Redis Cluster has them on the same node.
 */

/**
 * What somebody uses; and with `take` a place for one more job, unless that would be over a limit. Doing it twice takes one
 * place. Before anything is refused or told, the places of jobs that are not there are dropped: whoever took them was
 * killed before the job was stored.
 */
export const takeScript = `
local placesKey, acceptedKey, spentKey, notesKey = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local take, id, owner, jobKey = ARGV[1] == 'take', ARGV[2], ARGV[3], ARGV[4]
local now, graceMs, keepSeconds, own = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8])
local waiting, hourly, cooldown, daily =
  tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
local hour, day = 3600000, 86400000

local function places()
  local all, found = redis.call('HGETALL', placesKey), {}
  for index = 1, #all, 2 do
    local at, seconds = string.match(all[index + 1], '^(%S+) (%S+)$')
    found[#found + 1] = { id = all[index], at = tonumber(at) or 0, seconds = tonumber(seconds) or 0 }
  end
  return found
end

local function look()
  local used = { waiting = 0, reserved = 0, pausedUntil = 0, hourFreeAt = 0 }
  for _, place in ipairs(places()) do
    used.waiting = used.waiting + 1
    used.reserved = used.reserved + place.seconds
  end
  local since = '(' .. string.format('%d', now - hour)
  used.hour = redis.call('ZCOUNT', acceptedKey, since, '+inf')
  if hourly > 0 and used.hour >= hourly then
    local first = redis.call(
      'ZRANGEBYSCORE', acceptedKey, since, '+inf', 'WITHSCORES', 'LIMIT', used.hour - hourly, 1)
    used.hourFreeAt = tonumber(first[2]) + hour
  end
  local last = redis.call('ZREVRANGE', acceptedKey, 0, 0, 'WITHSCORES')
  if cooldown > 0 and last[2] and tonumber(last[2]) + cooldown * 1000 > now then
    used.pausedUntil = tonumber(last[2]) + cooldown * 1000
  end
  used.spent = tonumber(redis.call('GET', spentKey) or '0')
  return used
end

local function reasonOf(used)
  if waiting > 0 and used.waiting >= waiting then return 'waiting' end
  if used.hourFreeAt > 0 then return 'hour' end
  if used.pausedUntil > 0 then return 'cooldown' end
  local gpu = used.spent + used.reserved
  if daily > 0 and gpu >= daily then return 'gpu' end
  -- One that alone takes longer than a day's quota may still be drawn, as the first of the day.
  if daily > 0 and gpu > 0 and gpu + own > daily then return 'gpuTooMuch' end
  return ''
end

local function dropStale()
  for _, place in ipairs(places()) do
    if now - place.at > graceMs and redis.call('EXISTS', jobKey .. place.id) == 0 then
      redis.call('HDEL', placesKey, place.id)
      redis.call('ZREM', acceptedKey, place.id)
    end
  end
end

local used, reason = look(), ''
if not take or redis.call('HEXISTS', notesKey, 'place') == 0 then
  reason = reasonOf(used)
  if reason ~= '' or not take then
    dropStale()
    used = look()
    reason = reasonOf(used)
  end
  if take and reason == '' then
    redis.call('HSET', placesKey, id, ARGV[5] .. ' ' .. ARGV[8])
    redis.call('EXPIRE', placesKey, keepSeconds)
    redis.call('HSET', notesKey, 'place', owner)
    redis.call('EXPIRE', notesKey, keepSeconds)
    redis.call('ZREMRANGEBYSCORE', acceptedKey, '-inf', string.format('%d', now - day))
    redis.call('ZADD', acceptedKey, now, id)
    redis.call('PEXPIRE', acceptedKey, day)
  end
end
return {
  reason, used.waiting, tostring(used.reserved), used.hour, string.format('%d', used.hourFreeAt),
  string.format('%d', used.pausedUntil), tostring(used.spent)
}`;

/**
 * Gives a place back; of what failed, was cancelled before it was drawn, or was taken without its author ever hearing so,
 * the hour as well.
 */
export const releaseScript = `
local notesKey, endKey = KEYS[1], KEYS[2]
local id, placesPrefix, acceptedPrefix = ARGV[1], ARGV[2], ARGV[3]
local owner = redis.call('HGET', notesKey, 'place')
if not owner then return 0 end
redis.call('HDEL', placesPrefix .. owner, id)
local ending = redis.call('GET', endKey)
local function noted(name) return redis.call('HEXISTS', notesKey, name) == 1 end
local unheard = noted('refused') or (ending == 'cancelled' and not noted('cancelledBy'))
if ending == 'failed' or unheard or (ending == 'cancelled' and not noted('drawing')) then
  redis.call('ZREM', acceptedPrefix .. owner, id)
end
return 1`;

/** Charges a job's seconds to a day, once. */
export const chargeScript = `
local notesKey, spentKey = KEYS[1], KEYS[2]
local seconds, keepSeconds, spentSeconds = ARGV[1], ARGV[2], ARGV[3]
if redis.call('HSETNX', notesKey, 'charged', seconds) == 0 then return 0 end
redis.call('EXPIRE', notesKey, keepSeconds)
redis.call('INCRBYFLOAT', spentKey, seconds)
redis.call('EXPIRE', spentKey, spentSeconds)
return 1`;
