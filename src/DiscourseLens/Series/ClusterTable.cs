using System.Numerics;

namespace DiscourseLens.Series;

/// <summary>Adds up what clusters said, by cluster and group; made once and cleared between buckets.</summary>
/// <param name="expected">How many there may be: a table that need not grow leaves nothing behind.</param>
internal sealed class ClusterTable(long expected = 64) : IClusters
{
    private ClusterEntry[] _entries = new ClusterEntry[BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(expected, 64, 1 << 24))];
    private int[] _slots = new int[2 * BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(expected, 64, 1 << 24))]; // an entry's place plus one; 0 is free
    private int _count;

    /// <summary>The clusters, in the order in which they came.</summary>
    public ReadOnlySpan<ClusterEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        // Of a large table that is nearly empty only the slots in use, the last one first: a slot is found over those that were taken before it.
        if (_count < _slots.Length / 32)
        {
            for (; _count > 0; _count--)
                _slots[Slot(_entries[_count - 1].Group, _entries[_count - 1].Cluster)] = 0;
            return;
        }

        Array.Clear(_slots);
        _count = 0;
    }

    /// <inheritdoc />
    public void Add(long group, long cluster, long n, double first, double second, double third)
    {
        var slot = Slot(group, cluster);
        if (_slots[slot] == 0)
        {
            if (_count == _entries.Length)
            {
                Grow();
                slot = Slot(group, cluster);
            }

            _entries[_count] = new() { Group = group, Cluster = cluster };
            _slots[slot] = ++_count;
        }

        _entries[_slots[slot] - 1].Add(n, first, second, third);
    }

    /// <summary>The cluster's entry, or one without posts.</summary>
    public ClusterEntry Find(long group, long cluster) => _slots[Slot(group, cluster)] is > 0 and var place ? _entries[place - 1] : default;

    private int Slot(long group, long cluster)
    {
        var mask = _slots.Length - 1;
        var hash = unchecked(((ulong)cluster + (ulong)group * 0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15);
        for (var slot = (int)(hash >> 33) & mask; ; slot = (slot + 1) & mask)
        {
            var place = _slots[slot];
            if (place == 0 || (_entries[place - 1].Cluster == cluster && _entries[place - 1].Group == group))
                return slot;
        }
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _slots = new int[2 * _entries.Length];
        for (var place = 0; place < _count; place++)
            _slots[Slot(_entries[place].Group, _entries[place].Cluster)] = place + 1;
    }
}
