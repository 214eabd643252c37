using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Scoring.Stance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>The ledger of what asking models has cost, a row a scorer and day.</summary>
public static class ModelUsageRows
{
    /// <summary>What all models have cost a study so far, in millionths of the currency of the prices.</summary>
    public static long SpentMicros(LensDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("select coalesce(sum(cost_micros), 0) from model_usage");
    }

    internal static void Add(SqliteConnection connection, long scorerId, ModelUsage usage, DateTimeOffset now)
    {
        const string Sql = """
            insert into model_usage (scorer_id, day_ms, requests, input_tokens, output_tokens, cost_micros)
            values (@scorerId, @dayMs, @Requests, @InputTokens, @OutputTokens, @CostMicros)
            on conflict do update set requests = requests + excluded.requests, input_tokens = input_tokens + excluded.input_tokens,
                output_tokens = output_tokens + excluded.output_tokens, cost_micros = cost_micros + excluded.cost_micros
            """;
        var nowMs = now.ToUnixTimeMilliseconds();
        connection.Execute(Sql, new
        {
            scorerId,
            dayMs = nowMs - (nowMs % 86_400_000),
            usage.Requests,
            usage.InputTokens,
            usage.OutputTokens,
            usage.CostMicros,
        });
    }
}
