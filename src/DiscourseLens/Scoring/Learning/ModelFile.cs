using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DiscourseLens.Scoring.Learning;

/// <summary>A trained model as a file: a head that says what it is, named arrays of weights, and a hash over both.</summary>
/// <remarks>
/// In order: eight bytes of magic, format, the head's length and the head in JSON; for each array its name's length, name, width (1 for bytes,
/// 4 for floats, 8 for doubles), length and values; SHA-256 of all before. Numbers are little-endian.
/// </remarks>
internal sealed class ModelFile
{
    private const int Format = 1, HashLength = 32, LargestFile = 64 << 20;

    private readonly SortedDictionary<string, Array> _arrays = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Magic => "DLMODEL\n"u8;

    /// <summary>What the model is.</summary>
    public required ModelHead Head { get; init; }

    /// <summary>Lower-case hex SHA-256 of the whole file before it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Adds an array of sbyte, float or double.</summary>
    public ModelFile With(string name, Array values)
    {
        _arrays.Add(name, values);
        return this;
    }

    /// <summary>An array by its name.</summary>
    /// <exception cref="LensException">There is none of that name, type and length.</exception>
    public T[] Array<T>(string name, int length) => _arrays.GetValueOrDefault(name) is T[] values && values.Length == length
        ? values
        : throw new LensException($"The model file has no array '{name}' of {length} {typeof(T).Name} values; train it anew with this version of the program.");

    /// <summary>The file's bytes, always the same for the same model.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        stream.Write(Magic);
        WriteNumber(stream, Format);
        WriteText(stream, JsonSerializer.Serialize(Head, ModelHead.Json));
        foreach (var (name, values) in _arrays)
        {
            var bytes = BytesOf(values, out var width);
            WriteText(stream, name);
            WriteNumber(stream, width);
            WriteNumber(stream, values.Length);
            stream.Write(bytes);
        }
        var hash = SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        Hash = Convert.ToHexStringLower(hash);
        stream.Write(hash);
        return stream.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="kind">The kind of model that is wanted.</param>
    /// <exception cref="LensException">It cannot be read, is no model of this kind, or is damaged.</exception>
    public static ModelFile Load(string path, string kind)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > LargestFile
                ? throw new LensException($"'{path}' has {length} bytes; a model has {LargestFile} at most.")
                : Read(File.ReadAllBytes(path), path, kind);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LensException($"The model file '{path}' cannot be read; name one that `train` wrote.", fault);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="LensException">They are no model of this kind, or are damaged.</exception>
    public static ModelFile Read(ReadOnlySpan<byte> bytes, string name, string kind)
    {
        if (!bytes.StartsWith(Magic))
            throw new LensException($"'{name}' is no model file; name one that `train` wrote.");
        if (bytes.Length < Magic.Length + HashLength || !SHA256.HashData(bytes[..^HashLength]).AsSpan().SequenceEqual(bytes[^HashLength..]))
            throw new LensException($"The model file '{name}' is damaged: its contents do not match its hash; restore it or train it anew.");
        var reader = new BytesReader(bytes[Magic.Length..^HashLength]);
        if (reader.Number() is var format and not Format)
            throw new LensException($"The model file '{name}' has format {format}; this version reads {Format}. Train it anew.");
        var head = JsonSerializer.Deserialize<ModelHead>(reader.Text(), ModelHead.Json)!;
        if (head.Kind != kind)
            throw new LensException($"The model file '{name}' is for {head.Kind}; one for {kind} is needed.");
        var file = new ModelFile { Head = head, Hash = Convert.ToHexStringLower(bytes[^HashLength..]) };
        while (!reader.AtEnd)
            file.With(reader.Text(), reader.Values());
        return file;
    }

    private static ReadOnlySpan<byte> BytesOf(Array values, out int width)
    {
        width = values switch { sbyte[] => sizeof(sbyte), float[] => sizeof(float), _ => sizeof(double) };
        return values switch
        {
            sbyte[] bytes => MemoryMarshal.AsBytes(bytes.AsSpan()),
            float[] floats => MemoryMarshal.AsBytes(floats.AsSpan()),
            _ => MemoryMarshal.AsBytes(((double[])values).AsSpan()),
        };
    }

    private static void WriteNumber(Stream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void WriteText(Stream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(stream, bytes.Length);
        stream.Write(bytes);
    }

    // The hash was checked, so only a writer of another format can lead astray; spans then end the reading.
    private ref struct BytesReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public readonly bool AtEnd => _rest.IsEmpty;

        public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

        public string Text() => Encoding.UTF8.GetString(Take(Number()));

        public Array Values()
        {
            var (width, length) = (Number(), Number());
            var bytes = Take(checked(width * length));
            return width switch
            {
                sizeof(sbyte) => MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray(),
                sizeof(float) => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
                _ => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
            };
        }

        private ReadOnlySpan<byte> Take(int length)
        {
            var taken = _rest[..length];
            _rest = _rest[length..];
            return taken;
        }
    }
}
