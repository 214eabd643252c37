using System.Buffers.Binary;

namespace DiscourseLens.Series;

/// <summary>Reads what <see cref="AuthorPackWriter"/> wrote, without a copy: community by community, and in each cluster by cluster.</summary>
/// <param name="pack">The bytes.</param>
internal ref struct AuthorPack(ReadOnlySpan<byte> pack)
{
    /// <summary>Bound of the whole numbers that values are kept in.</summary>
    internal const double MostWhole = 1L << 50;

    private readonly ReadOnlySpan<byte> _pack = pack;
    private readonly PackLayout _layout = (PackLayout)pack[0];
    private readonly double _one = One((PackLayout)pack[0]);
    private int _at = 1;
    private int _end = 1;
    private long _left;

    /// <summary>What each cluster holds.</summary>
    public readonly PackLayout Layout => _layout;

    /// <summary>The community.</summary>
    public long Community { get; private set; }

    /// <summary>The cluster.</summary>
    public long Cluster { get; private set; }

    /// <summary>Its posts.</summary>
    public long N { get; private set; }

    /// <summary>Sum of its values, or its posts labelled FAVOR.</summary>
    public double First { get; private set; }

    /// <summary>Its posts labelled AGAINST.</summary>
    public double Second { get; private set; }

    /// <summary>Its posts labelled NEUTRAL.</summary>
    public double Third { get; private set; }

    /// <summary>Goes to the next community; what is left of this one is passed over.</summary>
    public bool NextCommunity()
    {
        _at = _end;
        if (_at >= _pack.Length)
            return false;
        Community = (long)Read();
        _left = (long)Read();
        var length = (int)Read();
        _end = _at + length;
        Cluster = 0;
        return true;
    }

    /// <summary>Goes to the next cluster of the community.</summary>
    public bool Next()
    {
        if (_left == 0)
            return false;
        _left--;
        Cluster += Signed(Read());
        N = (long)Read();
        if (_layout != PackLayout.Counts)
            First = Number();
        if (_layout == PackLayout.Labels)
            (Second, Third) = (Number(), Number());
        return true;
    }

    /// <summary>What one is in those whole numbers.</summary>
    internal static double One(PackLayout layout) => layout == PackLayout.Labels ? 1 : 10_000;

    private double Number()
    {
        var whole = Read();
        if ((whole & 1) == 0)
            return Signed(whole >> 1) / _one;
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_pack[_at..]);
        _at += sizeof(double);
        return value;
    }

    private static long Signed(ulong zigzag) => unchecked((long)(zigzag >> 1) ^ -(long)(zigzag & 1));

    private ulong Read()
    {
        ulong value = _pack[_at++];
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            ulong next = _pack[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
