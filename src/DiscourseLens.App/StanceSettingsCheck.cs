using static DiscourseLens.App.SettingCheck;

namespace DiscourseLens.App;

/// <summary>Checks the settings under <c>Scoring:Stance</c>.</summary>
internal static class StanceSettingsCheck
{
    /// <exception cref="LensException">One is wrong; the message names key, value and fix.</exception>
    public static void Check(StanceSettings stance)
    {
        if (stance.Engine == StanceEngineKind.Onnx)
        {
            Require(stance.Onnx.Path.Length > 0, "Scoring:Stance:Onnx:Path", stance.Onnx.Path, "name an ONNX file");
            Require(stance.Onnx.Tokenizer.Length > 0, "Scoring:Stance:Onnx:Tokenizer", stance.Onnx.Tokenizer, "name the folder of the model's vocabulary");
            Require(stance.Onnx.MaxTokens is >= 16 and <= 8192, "Scoring:Stance:Onnx:MaxTokens", stance.Onnx.MaxTokens, "give 16 to 8192 tokens");
        }

        if (stance.Engine == StanceEngineKind.Chat)
            Check(stance.Chat);
    }

    private static void Check(ChatSettings chat)
    {
        Require(
            Uri.TryCreate(chat.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            "Scoring:Stance:Chat:Endpoint", chat.Endpoint, "give an address such as http://localhost:11434");
        Require(chat.Model.Length > 0, "Scoring:Stance:Chat:Model", chat.Model, "name the model as its endpoint knows it");
        Require(chat.BatchSize is >= 1 and <= 20, "Scoring:Stance:Chat:BatchSize", chat.BatchSize, "give 1 to 20 texts");
        Require(chat.Concurrency is >= 1 and <= 32, "Scoring:Stance:Chat:Concurrency", chat.Concurrency, "give 1 to 32 requests");
        Require(chat.RequestsPerMinute is >= 1 and <= 10_000, "Scoring:Stance:Chat:RequestsPerMinute", chat.RequestsPerMinute, "give 1 to 10000 requests");
        Require(chat.TimeoutSeconds is >= 1 and <= 600, "Scoring:Stance:Chat:TimeoutSeconds", chat.TimeoutSeconds, "give 1 to 600 seconds");
        Require(chat.Attempts is >= 1 and <= 10, "Scoring:Stance:Chat:Attempts", chat.Attempts, "give 1 to 10 attempts");
        Require(chat.InputPrice is >= 0 and <= 1000, "Scoring:Stance:Chat:InputPrice", chat.InputPrice, "give 0 to 1000 for a million tokens");
        Require(chat.OutputPrice is >= 0 and <= 1000, "Scoring:Stance:Chat:OutputPrice", chat.OutputPrice, "give 0 to 1000 for a million tokens");
        Require(chat.Budget is >= 0 and <= 1_000_000, "Scoring:Stance:Chat:Budget", chat.Budget, "give 0 (no limit) to 1000000");
        Require(
            chat.Budget == 0 || chat.InputPrice + chat.OutputPrice > 0, "Scoring:Stance:Chat:Budget", chat.Budget, "give the prices too, or nothing would ever be spent");
    }
}
