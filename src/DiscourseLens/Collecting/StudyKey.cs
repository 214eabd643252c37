using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting;

/// <summary>
/// The secret under which author names become keys: HMAC-SHA256 of source and lower-case name. Without it a key cannot be
/// traced back to a name by guessing names.
/// </summary>
public sealed class StudyKey
{
    private const int MinimumCharacters = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _secret;

    private StudyKey(string secret, string origin)
    {
        _secret = Encoding.UTF8.GetBytes(secret);
        Origin = origin;
        Fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, "discourselens/fingerprint"u8))[..16];
    }

    /// <summary>Where the key came from, for messages; never the key.</summary>
    public string Origin { get; }

    /// <summary>Sixteen hex digits that tell keys apart and give nothing away.</summary>
    public string Fingerprint { get; }

    /// <summary>Takes the configured key, else the user's key file, which is made at first use and readable by its owner only.</summary>
    /// <param name="configured">The value of <c>DISCOURSELENS__STUDYKEY</c>, or null.</param>
    /// <param name="file">Path of the key file.</param>
    /// <exception cref="LensException">The key is shorter than 32 characters.</exception>
    public static StudyKey Load(string? configured, string file)
    {
        if (!string.IsNullOrEmpty(configured))
            return Check(configured, "DISCOURSELENS__STUDYKEY");
        if (!File.Exists(file))
            Make(file);
        return Check(File.ReadAllText(file).Trim(), $"the file '{file}'");
    }

    /// <summary>The 32-byte key of an author of a source.</summary>
    public byte[] KeyOf(string source, string author) =>
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{source}/{author.ToLowerInvariant()}"));

    /// <summary>The fingerprint that a store keeps; null where nothing was keyed yet.</summary>
    public static string? FingerprintIn(SqliteConnection connection) =>
        connection.ExecuteScalar<string?>("select value from study where name = 'study_key_fingerprint'");

    /// <summary>Writes the fingerprint into a new store, and refuses a store made under another key.</summary>
    /// <exception cref="LensException">The store's fingerprint differs.</exception>
    public void Claim(SqliteConnection connection)
    {
        const string Sql = """
            insert into study (name, value) values ('study_key_fingerprint', @fingerprint) on conflict do nothing;
            select value from study where name = 'study_key_fingerprint'
            """;
        var known = connection.ExecuteScalar<string>(Sql, new { fingerprint = Fingerprint });
        if (known != Fingerprint)
        {
            throw new LensException(
                $"This store's authors are keyed under study key {known}, but {Origin} holds key {Fingerprint}; bring back the first key, or collect into another store.");
        }
    }

    private static StudyKey Check(string secret, string origin) => secret.Length >= MinimumCharacters
        ? new StudyKey(secret, origin)
        : throw new LensException(
            $"The study key in {origin} has {secret.Length} characters; give at least {MinimumCharacters} random ones (for example 64 hex digits).");

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!); // a full path of a file has a folder
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        // Whole or not at all: half a key in place would lock the study out.
        var half = $"{file}.{Environment.ProcessId}";
        using (var writer = new StreamWriter(half, Encoding.ASCII, options))
            writer.Write(RandomNumberGenerator.GetHexString(64, lowercase: true));
        File.Move(half, file);
    }
}
