namespace Huanxin.Web.Files;

/// <summary>Registers and maps the files of records.</summary>
public static class FileServices
{
    public static void AddFiles(this IServiceCollection services, params FileHome[] homes)
    {
        services.AddSingleton(new FileHomes(homes));
        services.AddScoped<FileReading>();
        services.AddHostedService<FileSweepJob>();
    }

    public static void MapFiles(this WebApplication app) => app.MapFileDownload();
}
